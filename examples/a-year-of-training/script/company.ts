/** Hengyuan Instruments (恒远仪器): about 1,200 people in five departments and two sales regions. All invented. */
import { dice } from './dice.ts'

export type Person = {
  readonly id: string
  readonly department: 'sales' | 'engineering' | 'production' | 'service' | 'corporate'
  readonly level: 'newHire' | 'keyContributor' | 'manager' | 'staff'
  readonly region: 'north' | 'south' | 'hq'
  readonly supervisor: string
  readonly gender: 'female' | 'male'
  readonly hiredOn: string
  readonly leftOn?: string
}

const departments = [
  { department: 'sales', prefix: 's', heads: 264 },
  { department: 'engineering', prefix: 'e', heads: 318 },
  { department: 'production', prefix: 'p', heads: 366 },
  { department: 'service', prefix: 'v', heads: 118 },
  { department: 'corporate', prefix: 'c', heads: 138 },
] as const

const numbered = (prefix: string, number: number): string => `${prefix}${String(number).padStart(3, '0')}`

export const company = (): readonly Person[] => {
  const { between, chance } = dice(20250101)
  const other = dice(19)
  return departments.flatMap(({ department, prefix, heads }) =>
    Array.from({ length: heads }, (_, at): Person => {
      const isManager = at % 14 === 0
      const isNew = !isManager && chance(0.09)
      const hiredOn = isNew
        ? `2025-${String(between(1, 9)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`
        : `${between(2008, 2024)}-${String(between(1, 12)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`
      const leaves = !isNew && chance(0.035)
      return {
        id: numbered(prefix, at + 1),
        department,
        level: isManager ? 'manager' : isNew ? 'newHire' : chance(0.2) ? 'keyContributor' : 'staff',
        region: department === 'sales' ? (Math.floor(at / 14) % 2 === 0 ? 'south' : 'north') : 'hq',
        gender: other.chance(department === 'production' ? 0.3 : 0.5) ? 'female' : 'male',
        supervisor: numbered(prefix, Math.floor(at / 14) * 14 + 1),
        hiredOn,
        ...(leaves ? { leftOn: `2025-${String(between(4, 12)).padStart(2, '0')}-15` } : {}),
      }
    }),
  )
}

/** Who was on the payroll on a day. */
export const employedOn = (people: readonly Person[], day: string): readonly Person[] =>
  people.filter(({ hiredOn, leftOn }) => hiredOn <= day && (leftOn === undefined || day <= leftOn))
