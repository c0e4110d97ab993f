/** Rules of the example, each broken in one place: a law has to notice. */
import type { Words } from '../worker/protocol.ts'

export const breaks: readonly { readonly words: Words; readonly from: string; readonly to: string }[] = [
  {
    words: ['nobody looks at the mentee', '不再检查学员'],
    from: 'mentee.open >= pairsPerMentee &&',
    to: 'mentee.open >= 99 &&',
  },
  {
    words: ['people may mentor themselves', '可以自己带自己'],
    from: 'String(mentorId) === menteeId &&',
    to: "String(mentorId) === 'nobody' &&",
  },
  {
    words: ['a pair may be closed twice', '结对可以结束两次'],
    from: "onlyFrom(status, ['matched'], 'ClosePair')",
    to: "onlyFrom(status, ['matched', 'closed'], 'ClosePair')",
  },
]
