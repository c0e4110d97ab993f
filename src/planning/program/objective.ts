import { accepted, advised, defineDecision, refusedBy } from '../../kernel/index.ts'
import { planningCommands as commands } from '../commands.ts'
import { planningEvents } from '../events.ts'
import { planningRejections } from '../rejections.ts'
import type { Target } from '../shapes.ts'
import { mayBeDesigned } from './rules.ts'
import { program } from './state.ts'

const events = planningEvents.make
const { ObjectiveNotMeasurable } = planningRejections

/** A movement is counted from somewhere; only a value to be reached stands by itself. */
const needsBaseline = (target: Target | undefined) => target !== undefined && target.kind !== 'absolute'

/** Strengthening a competency (胜任力) is measured by the level people reach in it. */
const byCompetency = (requiredLevel: number) => ({
  measure: 'proficiency',
  unit: 'level',
  target: { kind: 'absolute' as const, direction: 'increase' as const, value: requiredLevel },
})

export const setObjective = defineDecision({
  command: commands.SetObjective,
  reads: { program },
  decide: (command, { program }) => {
    const { programId, objectiveId, level, title, baseline, due, competency } = command
    const asked = { measure: command.measure, unit: command.unit, target: command.target }
    const saysNothing = Object.values(asked).every((one) => one === undefined)
    const stated = saysNothing && competency !== undefined ? byCompetency(competency.requiredLevel) : asked
    const { measure, unit, target } = stated
    const isWords = saysNothing && competency === undefined && baseline === undefined && title !== undefined
    const aboutPeople = level === 2 || level === 3
    const parts = Object.entries({ measure, unit, target, due })
    const missing = parts.flatMap(([part, value]) => (value === undefined ? [part] : []))
    if (baseline === undefined && needsBaseline(target)) missing.push('baseline')
    const refused = refusedBy(
      mayBeDesigned(program, programId, 'SetObjective'),
      missing.length > 0 &&
        !(isWords && aboutPeople && due !== undefined) &&
        ObjectiveNotMeasurable({ objectiveId, missing }),
    )
    if (refused !== undefined || due === undefined) return refused ?? accepted()
    const { at } = command
    if (title !== undefined && isWords)
      return advised(accepted(events.ObjectiveStated({ at, programId, objectiveId, title, level, due })), {
        code: 'ObjectiveNotMeasurable',
        objectiveId,
        missing: ['competency'],
      })
    if (measure === undefined || unit === undefined || target === undefined) return accepted()
    return accepted(events.ObjectiveSet({ ...command, measure, unit, target, due }))
  },
})
