import { Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useText } from '../use-text';
import type { Wanted } from './period';

interface FiltersProps {
  readonly wanted: Wanted;
  readonly keys: readonly string[];
  onChange(wanted: Wanted): void;
}

interface DayProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  onChange(day: string): void;
}

/** A day in UTC. Half-typed ones are not passed on. */
function DayInput({ name, label, value, onChange }: DayProps) {
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type="date"
        value={value}
        onChange={({ target }: { target: { value: string } }) => target.value !== '' && onChange(target.value)}
      />
    </Field.Root>
  );
}

/** What is counted: the time, the list, and the width of a share. */
export function Filters({ wanted, keys, onChange }: FiltersProps) {
  const text = useText();
  return (
    <Flex gap={4} alignItems="flex-end" wrap="wrap" paddingBottom={6}>
      <DayInput
        name="from"
        label={text('copydesk.statistics.from')}
        value={wanted.from}
        onChange={(from) => onChange({ ...wanted, from })}
      />
      <DayInput
        name="to"
        label={text('copydesk.statistics.to')}
        value={wanted.to}
        onChange={(to) => onChange({ ...wanted, to })}
      />
      <Field.Root name="key">
        <Field.Label>{text('copydesk.statistics.list')}</Field.Label>
        <SingleSelect value={wanted.key} onChange={(key) => onChange({ ...wanted, key: String(key) })}>
          <SingleSelectOption value="">{text('copydesk.statistics.every')}</SingleSelectOption>
          {keys.map((key) => (
            <SingleSelectOption key={key} value={key}>
              {key}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="by">
        <Field.Label>{text('copydesk.statistics.by')}</Field.Label>
        <SingleSelect
          value={wanted.by}
          onChange={(by) => onChange({ ...wanted, by: by === 'month' ? 'month' : 'day' })}
        >
          <SingleSelectOption value="day">{text('copydesk.statistics.day')}</SingleSelectOption>
          <SingleSelectOption value="month">{text('copydesk.statistics.month')}</SingleSelectOption>
        </SingleSelect>
      </Field.Root>
    </Flex>
  );
}
