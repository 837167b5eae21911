/** What the button says, by the panel's language; counts come as numbers. */
export const translations = {
  en: {
    'copydesk.resolve.label': 'Link rows anew',
    'copydesk.resolve.nothing': '{lists} lists looked at, drafts and published ones: every link is as it should be.',
    'copydesk.resolve.done': '{lists} lists looked at, drafts and published ones: {changed} rows linked anew.',
    'copydesk.resolve.more': '{omitted} of them are not shown here.',
    'copydesk.resolve.failed': 'The rows were not all linked anew: {reason}. What was done so far stays; press again.',
  },
  ja: {
    'copydesk.resolve.label': 'リンクを再設定',
    'copydesk.resolve.nothing': '{lists}件のリスト（下書きと公開済み）を確認しました。リンクはすべて正しい状態です。',
    'copydesk.resolve.done': '{lists}件のリスト（下書きと公開済み）を確認し、{changed}行のリンクを再設定しました。',
    'copydesk.resolve.more': 'うち{omitted}行はここに表示していません。',
    'copydesk.resolve.failed':
      '一部の行のリンクを再設定できませんでした：{reason}。ここまでの変更は保存されています。もう一度押してください。',
  },
} as const;

/** The key of a text. */
export type TextId = keyof (typeof translations)['en'];
