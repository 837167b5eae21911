import { nameFields } from '../../../../documents/prepare-tag';

interface RowEvent {
  readonly params: { data: Record<string, unknown> };
}

function normaliseName(event: RowEvent): void {
  event.params.data = { ...event.params.data, ...nameFields(event.params.data) };
}

/** Rows that code writes past the Document Service get the same names and keys. */
export default { beforeCreate: normaliseName, beforeUpdate: normaliseName };
