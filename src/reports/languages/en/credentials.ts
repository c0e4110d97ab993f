/** Credentials: its commands, rejections, advice and states. */
export const credentials = {
  'command.FlagCertificate': 'flag the certificate for review',
  'command.ClearCertificateFlag': 'clear the flag of the certificate',
  'command.SendRenewalReminder': 'remind the holder to renew',
  'command.EstablishRequirement': 'establish a training requirement',
  'command.AmendRequirement': 'amend the training requirement',
  'command.WithdrawRequirement': 'withdraw the training requirement',
  'command.WaiveObligation': 'waive the obligation',
  'command.RestoreObligation': 'restore the obligation',
  'command.SuggestTraining': 'suggest training for a new job',
  'command.ImportHistory': 'record what happened before the system',
  'command.IssueCertificate': 'issue a certificate',
  'command.RenewCertificate': 'renew the certificate',
  'command.CorrectCertificate': 'correct the certificate',
  'command.SuspendCertificate': 'suspend the certificate',
  'command.ReinstateCertificate': 'reinstate the certificate',
  'command.RevokeCertificate': 'revoke the certificate',
  'command.ExpireCertificate': 'let the certificate expire',

  'rejection.NotFlagged': 'Certificate {certificateId} is not flagged.',
  'rejection.EffectBeforeLast':
    'The change would take effect on {effectiveFrom}, before the one that took effect on {last}.',
  'rejection.PromotionWithoutRole':
    'Requirement {requirementId} is for a promotion; its audience has to name the role.',
  'rejection.NotWaived': 'Requirement {requirementId} is not waived for {learnerId}.',
  'rejection.NotEligible': '{learnerId} has not completed {courseId}.',
  'rejection.DuplicateSerial': 'Serial {serial} belongs to certificate {certificateId}.',
  'rejection.RenewalWindowClosed': 'Renewal opens on {opens}.',
  'rejection.NeverExpires': 'Certificate {certificateId} never expires.',
  'rejection.AlreadyRevoked': 'Certificate {certificateId} was revoked.',
  'rejection.StillValid': 'The certificate is valid until {validUntil}.',

  'advisory.CourseGrantsNoCertificate':
    'No version of {courseId} grants a certificate: it has to be issued by hand.',

  'subject.requirement': 'training requirement',
  'subject.certificate': 'certificate',

  'term.established': 'established',
  'term.notObligated': 'not required',
  'term.due': 'due date',
  'term.inGrace': 'in the grace period',
  'term.overdue': 'overdue',
  'term.expiringSoon': 'expiring soon',
  'term.teamLead': 'team lead',
  'term.revoked': 'revoked',
  'term.expired': 'expired',
} as const satisfies Record<string, string>
