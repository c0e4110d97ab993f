/** The whole year as one list of commands, in order of time: what was authored, and what the dice wrote. */
import { readFileSync } from 'node:fs'
import { company } from './company.ts'
import type { Line } from './line.ts'
import { nextYear } from './next-year.ts'
import { managersYear, onboardingYear, safetyYear, sharingYear } from './other-programs.ts'
import { sellingYear } from './selling.ts'
import { sopYear } from './sop.ts'
import { trainersYear } from './trainers.ts'
import { yearBefore } from './year-before.ts'

const authored = [
  'competencies',
  'needs',
  'plan',
  'programs',
  'courses',
  'evaluation',
  'credentials',
  'culture',
]

const readAuthored = (name: string): readonly Line[] =>
  readFileSync(new URL(`../authored/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line)

export const year = (): readonly Line[] => {
  const people = company()
  const written = [
    ...authored.flatMap(readAuthored),
    ...yearBefore(people),
    ...trainersYear(),
    ...sellingYear(people),
    ...onboardingYear(people),
    ...sopYear(),
    ...managersYear(people),
    ...safetyYear(people),
    ...sharingYear(people),
    ...nextYear(people),
  ]
  // a stable sort: what happens at one instant keeps the order it was written in
  return written.sort((a, b) => (a.data.at < b.data.at ? -1 : a.data.at > b.data.at ? 1 : 0))
}
