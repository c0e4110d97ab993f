import { accepted, defineDecision, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { instrument } from '../instrument/known.ts'
import { evaluationRejections } from '../rejections.ts'
import { administration, turnout } from './known.ts'
import { aboutOf, mustBeKnown } from './rules.ts'

const happened = evaluationEvents.make
const { AnonymityLocked, WindowClosed, WindowShortened } = evaluationRejections

export const openAdministration = defineDecision({
  command: commands.OpenAdministration,
  reads: { administration, instrument },
  decide: (command, { administration, instrument }) => {
    const { instrumentId, version, window, lateUntil } = command
    const items = instrument.itemsOf[version]
    const refused = refusedBy(
      onlyFrom(administration.status, ['unknown'], 'OpenAdministration'),
      items === undefined && Unknown({ what: 'instrumentVersion', id: `${instrumentId}/${version}` }),
      command.at >= window.closes && WindowClosed(window),
      lateUntil !== undefined && lateUntil < window.closes && WindowShortened({ closes: window.closes }),
    )
    if (refused !== undefined || items === undefined) return refused ?? accepted()
    return accepted(happened.AdministrationOpened({ ...command, items: [...items] }))
  },
})

/** What was promised to those who answered first holds for everybody. */
export const changeAnonymity = defineDecision({
  command: commands.ChangeAnonymity,
  reads: { administration, turnout },
  decide: (command, { administration, turnout }) => {
    const { anonymity, k } = command
    const answers = turnout.answered + turnout.redeemed
    const refused = refusedBy(
      mustBeKnown(administration, command.administrationId),
      onlyFrom(administration.status, ['open'], 'ChangeAnonymity'),
    )
    if (refused !== undefined) return refused
    if (administration.anonymity === anonymity && administration.k === k) return accepted()
    return (
      refusedBy(answers > 0 && AnonymityLocked({ anonymity: administration.anonymity, answers })) ??
      accepted(happened.AnonymityChanged({ ...command, ...aboutOf(administration) }))
    )
  },
})

export const extendWindow = defineDecision({
  command: commands.ExtendWindow,
  reads: { administration },
  decide: (command, { administration }) => {
    const { closes } = administration.window
    return (
      refusedBy(
        mustBeKnown(administration, command.administrationId),
        onlyFrom(administration.status, ['open'], 'ExtendWindow'),
        (command.closes < closes || command.closes <= command.at) && WindowShortened({ closes }),
      ) ??
      (command.closes === closes
        ? accepted()
        : accepted(happened.WindowExtended({ ...command, ...aboutOf(administration) })))
    )
  },
})

export const closeAdministration = defineDecision({
  command: commands.CloseAdministration,
  reads: { administration, turnout },
  decide: ({ at, administrationId, ifItCloses }, { administration, turnout }) => {
    const { window, evaluationId } = administration
    const asked =
      refusedBy(mustBeKnown(administration, administrationId)) ??
      (ifItCloses !== undefined && (administration.status === 'closed' || ifItCloses !== window.closes)
        ? accepted()
        : refusedBy(onlyFrom(administration.status, ['open'], 'CloseAdministration')))
    if (asked !== undefined) return asked
    const { invited, responded } = turnout
    return accepted(
      happened.AdministrationClosed({
        at,
        administrationId,
        ...aboutOf(administration),
        invited,
        responded,
        ...(evaluationId === undefined ? {} : { evaluationId }),
      }),
    )
  },
})
