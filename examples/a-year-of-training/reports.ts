import type { Options } from './options.ts'

export const writeReports = async (_ledger: unknown, _options: Options): Promise<readonly string[]> => []
