/** Each safeguard of a release, taken out: what is published without it. Nothing where it had nothing to do. */
import type { DisclosureKind, ReleasedFigure } from 'training-ops/metrics'
import { type GeneratedRelease, type PublishedRelease, published } from './releases.ts'

type Promised = { readonly k: number; readonly protection: number }
type Left = { readonly shown: readonly ReleasedFigure[]; readonly groups: readonly ReleasedFigure[] }

const peopleOf = (release: GeneratedRelease, { statements }: ReleasedFigure): number => {
  const ids = new Set(statements.flatMap(({ answers }) => answers))
  return new Set(release.answers.filter(({ id }) => ids.has(id)).map(({ person }) => person)).size
}

/** What was suppressed for this reason is shown: itself of too few people, or of enough and there to protect others. */
const shownAgain =
  (kind: DisclosureKind, isItself: boolean | 'either') =>
  (release: GeneratedRelease, promise: Promised): Left | undefined => {
    const { shown, groups, suppressed }: PublishedRelease = published(release, promise)
    const why = new Map(suppressed.map(({ figure, because }) => [figure, because]))
    const isBack = (one: ReleasedFigure) =>
      why.get(one.figure) === kind &&
      (isItself === 'either' || peopleOf(release, one) < promise.k === isItself)
    return groups.some(isBack)
      ? { shown: [...shown, ...groups.filter(isBack)], groups: groups.filter((one) => !isBack(one)) }
      : undefined
  }

export const safeguards: Readonly<
  Record<string, (release: GeneratedRelease, promise: Promised) => Left | undefined>
> = {
  'figures of fewer than k people are suppressed': shownAgain('fewPeople', true),
  'so is a figure from which one could be subtracted': shownAgain('fewPeople', false),
  'a small group of one mind is told nothing': shownAgain('oneMind', 'either'),
  'a suppressed figure has more than one possible value': shownAgain('smallCell', 'either'),
  'no answer is known more closely than the protection': shownAgain('narrowAnswer', 'either'),
  'earlier releases are looked at': (release, promise) =>
    release.versions.length > 1 ? published(release, { ...promise, hasLog: false }) : undefined,
  'a share of 0 or 100 % is told of nobody, where parts follow': (release, promise) =>
    release.versions.length > 1 ? published(release, { ...promise, looksAhead: false }) : undefined,
}
