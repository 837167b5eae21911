import { diagnostic } from '../../src/importer/diagnostics';

describe('diagnostic', () => {
  it('has the severity and the message of the table', () => {
    expect(diagnostic('no-article')).toMatchObject({ code: 'no-article', severity: 'error', line: null, actual: null });
  });

  it('says nothing that a database refuses: half a character, or NUL', () => {
    const found = diagnostic('invalid-record', {
      message: 'x\ud83dx',
      actual: `${'🔥'.repeat(2).slice(0, 3)}\u0000`,
      expected: '🔥',
    });
    expect(found).toMatchObject({ message: 'x\ufffdx', actual: '🔥\ufffd\ufffd', expected: '🔥' });
  });
});
