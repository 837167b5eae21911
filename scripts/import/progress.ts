import { SingleBar } from 'cli-progress';

export interface Progress {
  readonly step: () => void;
  readonly stop: () => void;
}

const FORMAT = '{bar} {value}/{total} documents | {rate}/s | {eta_formatted} left';

/** A bar on standard error with rate and time left; none where standard error is no terminal. */
export function startProgress(total: number): Progress {
  if (process.stderr.isTTY !== true) return { step: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format: FORMAT, stream: process.stderr, etaBuffer: 100 });
  const started = performance.now();
  let done = 0;
  bar.start(total, 0, { rate: '0' });
  const step = (): void => {
    done += 1;
    // An archive holds more documents than files were found.
    if (done > bar.getTotal()) bar.setTotal(done);
    bar.update(done, { rate: ((done * 1000) / (performance.now() - started)).toFixed(0) });
  };
  return { step, stop: () => bar.stop() };
}
