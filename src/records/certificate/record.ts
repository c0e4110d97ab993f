import { type CertificateState, certificate } from '../../credentials/certificate/state.ts'
import type { CredentialEvent } from '../../credentials/events.ts'
import { projections } from '../../kernel/index.ts'

/** Everything that happened to one certificate: what a decision must know of it. */
export type CertificateRecord = CertificateState

/** The record of a certificate (证书): whose it is, for which course, until when it is valid, and whether it counts. */
export const certificateRecord = projections<CredentialEvent>()({
  name: 'certificateRecord',
  by: ['certificateId'],
  initial: certificate.initial,
  on: [
    certificate.on,
    {
      CertificateRenewed: (record, { awardedDate }) => {
        record.awardedDate = awardedDate
      },
    },
  ],
  shardBy: 'certificateId',
  /** One half has never heard of the certificate. */
  merge: (a, b) => (a.status === 'none' ? b : a),
})

/** The records of certificates, as `project(certificateRecord, events)` answers them. */
export type CertificateRecords = Readonly<Record<string, CertificateRecord>>
