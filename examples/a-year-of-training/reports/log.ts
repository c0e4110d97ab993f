/** What several reports of the year look up. */
import { courseRecord, needsRecord } from 'training-ops'
import type { Document } from 'training-ops/reports'
import type { YearLedger } from '../run.ts'

export const zone = 'Asia/Shanghai'

/** Local days of the training year. */
export const period = { from: '2025-01-01', to: '2026-01-01' }

/** The year before, whose records came from the old system. */
export const yearBefore = { from: '2024-01-01', to: '2025-01-01' }

/** A report and the name of its file. */
export type Named = readonly [name: string, report: Document]

/** The year is over when its last event happened. */
export const lastInstant = (ledger: YearLedger): string =>
  ledger
    .events()
    .map(({ data }) => data.at)
    .sort()
    .at(-1) ?? ''

export const courseTitles = (ledger: YearLedger): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(ledger.project(courseRecord)).map(([courseId, { title }]) => [courseId, title]),
  )

export const needTitles = (ledger: YearLedger): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(ledger.project(needsRecord)).flatMap(({ needs }) =>
      Object.entries(needs).map(([needId, { title }]) => [needId, title] as const),
    ),
  )
