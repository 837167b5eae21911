import { lastDays, toParameters } from '../../src/admin/statistics/period';

it('begins with thirty days, today included', () => {
  const wanted = lastDays(Date.parse('2025-04-30T23:59:59.000Z'));
  expect(wanted).toEqual({ from: '2025-04-01', to: '2025-05-01', key: '', by: 'day' });
});

it('asks for days in UTC, and for a list only where one is chosen', () => {
  const wanted = { from: '2025-04-01', to: '2025-05-01', by: 'month' } as const;
  const period = { from: '2025-04-01T00:00:00Z', to: '2025-05-01T00:00:00Z', by: 'month' };
  expect(toParameters({ ...wanted, key: '' })).toEqual(period);
  expect(toParameters({ ...wanted, key: 'jn-access-ranking' })).toEqual({ ...period, key: 'jn-access-ranking' });
});
