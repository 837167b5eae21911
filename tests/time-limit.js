/* global jest */
/** Some tests compile or boot; on a busy machine that takes longer than jest's five seconds. */
jest.setTimeout(120_000);
