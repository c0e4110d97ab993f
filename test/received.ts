import { type Command, isRight, type TrainingSystem } from 'training-ops'

/** A command made of a name and data that only the test knows: checked as any input is, so that no test casts. */
export const received = <C extends Command>(
  training: Pick<TrainingSystem<C, never>, 'receive'>,
  input: unknown,
): C => {
  const answer = training.receive(input)
  if (isRight(answer)) return answer.right
  throw new Error(JSON.stringify(answer.left))
}
