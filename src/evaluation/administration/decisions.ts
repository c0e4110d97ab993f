import { accepted, defineDecision, eachOf, onlyFrom, refusedBy, Unknown } from '../../kernel/index.ts'
import { given } from '../../vocabulary/index.ts'
import { evaluationCommands as commands } from '../commands.ts'
import { evaluationEvents } from '../events.ts'
import { instrument } from '../instrument/state.ts'
import { evaluationRejections } from '../rejections.ts'
import { mustBeOfItsProgram, mustBePlanned } from '../study/rules.ts'
import { type StudyState, study } from '../study/state.ts'
import { measuring } from '../study/status.ts'
import { behaviourIsAskedAbout, trainingOf, trainingRead } from '../study/training.ts'
import { aboutOf, mustBeKnown } from './rules.ts'
import { administration, turnout } from './state.ts'

const events = evaluationEvents.make
const { AnonymityLocked, FollowUpOutsideWindow, WindowClosed, WindowShortened } = evaluationRejections

/** Answers on behaviour that come sooner or later than one to three months after the end are no evidence of it. */
const behaviourIsAskedInTime = (
  within: { readonly opens: string; readonly closes: string } | undefined,
  window: { readonly opens: string; readonly closes: string },
) =>
  within !== undefined &&
  (window.opens < within.opens || window.closes > within.closes) &&
  FollowUpOutsideWindow({ from: within.opens, to: within.closes })

const theStudy = (evaluationId: string | undefined) => (evaluationId === undefined ? [] : [evaluationId])

/** An administration of a study is about the subject of the study; of a program, it may be about one of its classes. One that is closed asks nothing. */
const theStudyIsAboutIt = (
  studies: Readonly<Record<string, StudyState>>,
  asked: {
    readonly evaluationId?: string | undefined
    readonly programId?: string | undefined
    readonly offeringId?: string | undefined
  },
) => {
  const { evaluationId } = asked
  const study = evaluationId === undefined ? undefined : studies[evaluationId]
  return (
    study !== undefined &&
    (mustBePlanned(study, evaluationId ?? '') ||
      mustBeOfItsProgram(study, asked) ||
      onlyFrom(study.status, [...measuring, 'published'], 'OpenAdministration'))
  )
}

export const openAdministration = defineDecision({
  command: commands.OpenAdministration,
  reads: { administration, instrument, studies: eachOf(study, 'evaluationId', theStudy), ...trainingRead },
  decide: (command, { administration, instrument, studies, ...training }) => {
    const { instrumentId, version, purpose, offeringId, window, lateUntil } = command
    const within =
      purpose === 'followUp' ? behaviourIsAskedAbout(trainingOf(training, command), offeringId) : undefined
    const items = instrument.itemsOf[version]
    const refused = refusedBy(
      onlyFrom(administration.status, ['unknown'], 'OpenAdministration'),
      items === undefined && Unknown({ what: 'instrumentVersion', id: `${instrumentId}/${version}` }),
      theStudyIsAboutIt(studies, command),
      command.at >= window.closes && WindowClosed(window),
      behaviourIsAskedInTime(within, window),
      lateUntil !== undefined && lateUntil < window.closes && WindowShortened({ closes: window.closes }),
    )
    if (refused !== undefined || items === undefined) return refused ?? accepted()
    return accepted(
      events.AdministrationOpened({
        ...command,
        items: [...items],
        ...given({ within }),
      }),
    )
  },
})

/** The promise to the first respondents holds for everybody. */
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
      accepted(events.AnonymityChanged({ ...command, ...aboutOf(administration) }))
    )
  },
})

export const extendWindow = defineDecision({
  command: commands.ExtendWindow,
  reads: { administration },
  decide: (command, { administration }) => {
    const { opens, closes } = administration.window
    return (
      refusedBy(
        mustBeKnown(administration, command.administrationId),
        onlyFrom(administration.status, ['open'], 'ExtendWindow'),
        (command.closes < closes || command.closes <= command.at) && WindowShortened({ closes }),
        behaviourIsAskedInTime(administration.within, { opens, closes: command.closes }),
      ) ??
      (command.closes === closes
        ? accepted()
        : accepted(events.WindowExtended({ ...command, ...aboutOf(administration) })))
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
      events.AdministrationClosed({
        at,
        administrationId,
        ...aboutOf(administration),
        invited,
        responded,
        ...given({ evaluationId }),
      }),
    )
  },
})
