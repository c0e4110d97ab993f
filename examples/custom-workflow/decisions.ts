import { accepted, defineDecision, onlyFrom, refusedBy } from 'training-ops'
import { mentoringCommands as commands, mentoringRejections } from './commands.ts'
import { mentoringEvents } from './events.ts'
import { openPairsOfMentee, openPairsOfMentor, pair } from './state.ts'

const happened = mentoringEvents.make
const { MenteeIsBusy, MentorIsBusy, NobodyMentorsThemselves, NotTheirPair, TheyNeverMet } =
  mentoringRejections

export const mentoringSettings = {
  pairsPerMentor: 2 as number,
  pairsPerMentee: 1 as number,
  daysToMeet: 30 as number,
}

export const askForMentor = defineDecision({
  command: commands.AskForMentor,
  reads: { pair },
  decide: (command, { pair }) =>
    refusedBy(onlyFrom(pair.status, ['none'], 'AskForMentor')) ?? accepted(happened.MentorAsked(command)),
})

/** Two limits at once: what is read of the mentor and of the mentee is the boundary, and nothing else. */
export const matchPair = defineDecision({
  command: commands.MatchPair,
  reads: { pair, mentor: openPairsOfMentor, mentee: openPairsOfMentee },
  settings: mentoringSettings,
  decide: (command, { pair, mentor, mentee }, { pairsPerMentor, pairsPerMentee }) => {
    const { menteeId, mentorId } = command
    return (
      refusedBy(
        onlyFrom(pair.status, ['asked'], 'MatchPair'),
        pair.menteeId !== menteeId && NotTheirPair({ menteeId }),
        String(mentorId) === menteeId && NobodyMentorsThemselves({ mentorId }),
        mentor.open >= pairsPerMentor && MentorIsBusy({ mentorId, limit: pairsPerMentor }),
        mentee.open >= pairsPerMentee && MenteeIsBusy({ menteeId, limit: pairsPerMentee }),
      ) ?? accepted(happened.PairMatched(command))
    )
  },
})

export const meetPair = defineDecision({
  command: commands.MeetPair,
  reads: { pair },
  decide: (command, { pair: { status, menteeId, mentorId } }) =>
    refusedBy(onlyFrom(status, ['matched'], 'MeetPair')) ??
    accepted(happened.PairMet({ ...command, menteeId, mentorId })),
})

export const closePair = defineDecision({
  command: commands.ClosePair,
  reads: { pair },
  decide: ({ at, pairId }, { pair: { status, menteeId, mentorId, meetings } }) =>
    refusedBy(onlyFrom(status, ['matched'], 'ClosePair'), meetings === 0 && TheyNeverMet({ pairId })) ??
    accepted(happened.PairClosed({ at, pairId, menteeId, mentorId, meetings })),
})

export const lapsePair = defineDecision({
  command: commands.LapsePair,
  reads: { pair },
  decide: ({ at, pairId }, { pair: { status, menteeId, mentorId, meetings } }) =>
    refusedBy(onlyFrom(status, ['matched'], 'LapsePair')) ??
    (meetings > 0 ? accepted() : accepted(happened.PairLapsed({ at, pairId, menteeId, mentorId }))),
})
