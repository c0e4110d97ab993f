/** Who taught, who was paid, and the record of one who learnt. */
import {
  certificateRecord,
  enrolmentRecord,
  kirkpatrick,
  learnersRatings,
  offeringRecord,
  paymentRecord,
  programRecord,
  providerCards,
  providerFigures,
  resourceRecord,
  trainerCards,
  trainerFigures,
  transcriptsOf,
} from 'training-ops'
import { providerScorecardReport, trainerScorecardReport, transcriptReport } from 'training-ops/reports'
import type { YearLedger } from '../run.ts'
import { company } from '../script/company.ts'
import { shanghai } from '../script/line.ts'
import { courseTitles, lastInstant, type Named, period } from './log.ts'
import { departmentWord } from './statistics.ts'

/** A trainer of the company teaches at most four days a month, eleven months a year. */
const availableMinutes = 44 * 7 * 60

export const trainers = (ledger: YearLedger): readonly Named[] => {
  const instants = { from: shanghai(period.from, '00:00'), to: shanghai(period.to, '00:00') }
  const cards = Object.entries(
    trainerCards({ resources: ledger.project(resourceRecord), offerings: ledger.project(offeringRecord) }),
  )
  if (cards.length === 0) return []
  const offerings = ledger.project(offeringRecord)
  const programs = ledger.project(programRecord)
  const trainersOf = (offeringId: string) =>
    Object.values(offerings[offeringId]?.calendar ?? {}).flatMap(({ trainerIds }) => trainerIds)
  const rated = Object.entries(ledger.project(kirkpatrick)).flatMap(([programId, state]) =>
    learnersRatings(state, trainersOf).map((rating) => ({
      ...rating,
      program: programs[programId]?.title ?? programId,
    })),
  )
  const report = trainerScorecardReport({
    period,
    courses: courseTitles(ledger),
    trainers: cards.map(([trainerId, card]) => ({
      trainerId,
      card,
      learners: rated.filter((one) => one.trainerId === trainerId),
      figures: trainerFigures(card, { ...instants, availableMinutes }),
    })),
  })
  return [['trainer-scorecard', report]]
}

export const providers = (ledger: YearLedger): readonly Named[] => {
  const cards = Object.entries(
    providerCards({ resources: ledger.project(resourceRecord), payments: ledger.project(paymentRecord) }),
  )
  if (cards.length === 0) return []
  const asOf = lastInstant(ledger)
  const report = providerScorecardReport({
    asOf,
    providers: cards.map(([providerId, card]) => ({
      providerId,
      card,
      figures: providerFigures(card, asOf),
    })),
  })
  return [['provider-scorecard', report]]
}

/** Their name, number, department and level, from the list of people. */
const whoIs = (learnerId: string) => {
  const person = company().find(({ id }) => id === learnerId)
  return person === undefined
    ? {}
    : {
        name: learnerId,
        number: `HY-${learnerId.toUpperCase()}`,
        department: departmentWord(person.department),
        position: person.level,
      }
}

/** Of the one with the most on record; a host writes one for whoever asks. */
export const oneTranscript = (ledger: YearLedger): readonly Named[] => {
  const weight = ({ enrolments, certificates }: (typeof records)[number][1]) =>
    Object.keys(enrolments).length + Object.keys(certificates).length
  const records = Object.entries(
    transcriptsOf({
      enrolments: ledger.project(enrolmentRecord),
      certificates: ledger.project(certificateRecord),
    }),
  )
  const [most] = records.sort(([, a], [, b]) => weight(b) - weight(a))
  if (most === undefined) return []
  const [learnerId, record] = most
  const report = transcriptReport({
    learnerId,
    record,
    who: whoIs(learnerId),
    asOf: lastInstant(ledger),
    courses: courseTitles(ledger),
  })
  return [[`transcript-${learnerId}`, report]]
}
