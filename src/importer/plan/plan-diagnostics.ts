import type { DiagnosticRule } from '../diagnostic-rules';

/** What planning and rolling back find: the part of the table of codes that compares documents with what is stored. */
export const PLAN_DIAGNOSTICS = {
  'store-refused': {
    severity: 'error',
    message: 'The database did not take the document.',
    advice: 'See what was refused and why; mend the document or the entry, and import again.',
  },
  'merge-conflict': {
    severity: 'warning',
    message: "Editor and source both changed a field; the editor's stays.",
    advice: 'Compare the two and edit the entry, or import with --on-conflict overwrite.',
  },
  'plan-lacks-document': {
    severity: 'error',
    message: 'The document is not in the plan; it is left alone.',
    advice: 'Make a new plan, or import the document without one.',
  },
  'plan-source-changed': {
    severity: 'error',
    message: 'The document has changed since the plan was made; it is left alone.',
    advice: 'Make a new plan.',
  },
  'plan-outdated': {
    severity: 'error',
    message: 'The entry has changed since the plan was made; it is left alone.',
    advice: 'Make a new plan.',
  },
  'plan-source-missing': {
    severity: 'error',
    message: 'The plan names a document that was not found.',
    advice: 'Name the paths that the plan was made from, or make a new plan.',
  },
  'vanished-but-edited': {
    severity: 'warning',
    message: 'The source is not there any more, but an editor changed its entry or deleted it; it is left alone.',
    advice: 'Delete the entry by hand where nobody needs it.',
  },
  'possible-twin': {
    severity: 'warning',
    message: 'Another article has this headline, and too little is printed to say whether it is the same; both stand.',
    advice: 'Compare the two, and delete one where it is the same article.',
  },
  'list-deleted': {
    severity: 'warning',
    message: 'An editor deleted this ranking list; it stays deleted.',
    advice: 'Nothing to do; import with --restore to have it again.',
  },
  'edited-since': {
    severity: 'warning',
    message: 'Somebody has edited the entry since the run; it stays as it is.',
    advice: 'Take the edit back, or change the entry by hand.',
  },
  'deleted-since': {
    severity: 'warning',
    message: 'Somebody has deleted the entry since the run; it stays deleted.',
    advice: 'Nothing has to be done, unless the entry is missed.',
  },
  'imported-since': {
    severity: 'warning',
    message: 'A later run has written the entry as well; it stays as it is.',
    advice: 'Roll the later run back first, then this one again.',
  },
} as const satisfies Record<string, DiagnosticRule>;
