import { describeRow, resolveAll } from '../../src/admin/rankings/resolve-all';
import type { ResolvedRow, ResolveStep } from '../../src/stores/resolve-links';

const row = (headline: string): ResolvedRow =>
  ({
    ...{ title: 'ACCESS RANKING', status: 'draft', headline },
    before: { linkState: 'unresolved', article: null },
    after: { linkState: 'resolved', article: 'Gull Returns' },
  }) as unknown as ResolvedRow;

it('asks step after step, counts all changes and keeps the first ones', async () => {
  const steps: Record<number, unknown> = {
    0: { lists: 2, next: 7, changes: [row('One'), row('Two')] },
    7: { lists: 1, next: null, changes: [row('Three'), row('Four')] },
  };
  const asked: number[] = [];
  const outcome = await resolveAll(async (after) => {
    asked.push(after);
    return steps[after] as ResolveStep;
  });
  expect(asked).toEqual([0, 7]);
  expect(outcome).toMatchObject({ lists: 3, changed: 4 });
  expect(outcome.shown.map(({ headline }) => headline)).toEqual(['One', 'Two', 'Three']);
});

it('says of a row where it stands and how its link changed', () => {
  expect(describeRow(row('One'))).toEqual({
    title: 'ACCESS RANKING, draft',
    message: 'One: unresolved → resolved (Gull Returns)',
  });
});
