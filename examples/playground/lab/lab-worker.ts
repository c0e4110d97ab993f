import { type Files, runLaws } from './run-laws.ts'

self.addEventListener(
  'message',
  async ({ data }: MessageEvent<{ readonly files: Files; readonly isChinese: boolean }>) => {
    const { files, isChinese } = data
    self.postMessage(await runLaws(files, { isChinese, runs: 40 }, (law) => self.postMessage({ law })))
  },
)
