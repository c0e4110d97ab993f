import { assemble, needs, needsEvents } from 'training-ops'

export const training = assemble([needs], {}, { trusted: true })
export const happened = needsEvents.make

export const at = '2026-01-05T01:00:00.000Z'
export const frameworkId = 'f-1'
export const here = { at, frameworkId }

export const levels = [
  { level: 1, title: 'with help' },
  { level: 2, title: 'alone' },
  { level: 3, title: 'teaches others' },
]
export const scale = { ...here, scale: 'three', title: 'Three steps', levels }
export const scaled = happened.ProficiencyScaleDefined(scale)

export const competency = (code: string, more: object = {}) => ({
  ...here,
  competency: code,
  scale: 'three',
  title: `Competency ${code}`,
  alignments: [],
  ...more,
})
export const defined = (code: string, more: object = {}) => happened.CompetencyDefined(competency(code, more))

export const asked = (code: string, requiredLevel = 2, more: object = {}) => ({
  competency: code,
  requiredLevel,
  importance: 4,
  ...more,
})
export const profile = (role: string, ...requirements: ReturnType<typeof asked>[]) => ({
  ...here,
  role,
  segment: { jobFamily: 'sales' },
  requirements,
})
export const profiled = (role: string, ...requirements: ReturnType<typeof asked>[]) =>
  happened.RoleProfileSet(profile(role, ...requirements))

export const digest = `sha256:${'0'.repeat(64)}`
/** Version 1: asking and selling, and a role that asks for both. */
export const published = (version = 1) =>
  happened.FrameworkPublished({
    ...here,
    version,
    scales: [{ scale: 'three', title: 'Three steps', levels }],
    competencies: ['asking', 'selling'].map((code) => ({
      competency: code,
      scale: 'three',
      title: `Competency ${code}`,
      alignments: [],
    })),
    roles: [
      {
        role: 'seller',
        segment: { jobFamily: 'sales' },
        requirements: [asked('asking'), asked('selling', 3)],
      },
    ],
    digest,
  })
