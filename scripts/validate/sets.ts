import { baumannReading } from './baumann-reading.ts'
import { cardKrueger } from './card-krueger.ts'
import { edxHarvardMit } from './edx-harvard-mit.ts'
import { kaggleHr } from './kaggle-hr.ts'
import { lsat6 } from './lsat6.ts'
import { manyRaters } from './many-raters.ts'
import { morris2008 } from './morris2008.ts'
import { nistStrd } from './nist-strd.ts'
import { normalizedGain } from './normalized-gain.ts'
import { nswDehejiaWahba } from './nsw-dehejia-wahba.ts'
import { plantGrowth } from './plant-growth.ts'
import { raterAgreement } from './rater-agreement.ts'
import type { Row } from './row.ts'
import { sleep } from './sleep.ts'
import { teachingRatings } from './teaching-ratings.ts'
import { trainingRoi } from './training-roi.ts'
import { turkiyeEval } from './turkiye-eval.ts'
import { xapi } from './xapi.ts'

/** In the order of the README of the data. */
export const sets: readonly ((folder: string) => readonly Row[])[] = [
  sleep,
  baumannReading,
  morris2008,
  nswDehejiaWahba,
  cardKrueger,
  lsat6,
  raterAgreement,
  normalizedGain,
  turkiyeEval,
  teachingRatings,
  edxHarvardMit,
  kaggleHr,
  trainingRoi,
  nistStrd,
  xapi,
  manyRaters,
  plantGrowth,
]

/** Every published figure and ours. */
export const validation = (folder: string): readonly Row[] => sets.flatMap((rowsOf) => rowsOf(folder))
