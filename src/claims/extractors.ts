import { aiTraining } from './ai-training.js';
import { automatedDecision } from './automated-decision.js';
import { breachNotice } from './breach-notice.js';
import { consent } from './consent.js';
import { contact } from './contact.js';
import { controller } from './controller.js';
import { cookie } from './cookie.js';
import { dataCategory } from './data-category.js';
import { dpo } from './dpo.js';
import { effectiveDate } from './effective-date.js';
import type { Extractor } from './extractor.js';
import { legalBasis } from './legal-basis.js';
import { marketing } from './marketing.js';
import { minimumAge } from './minimum-age.js';
import { policyChange } from './policy-change.js';
import { processor } from './processor.js';
import { processorCategory } from './processor-category.js';
import { purpose } from './purpose.js';
import { representative } from './representative.js';
import { responseTime } from './response-time.js';
import { retention } from './retention.js';
import { right } from './right.js';
import { sale } from './sale.js';
import { security } from './security.js';
import { sharing } from './sharing.js';
import { transfer } from './transfer.js';
import type { ClaimKind } from './types.js';

/** In the order in which they run: the controller first, since its names are told from those of others. */
export const extractors: readonly Extractor<ClaimKind>[] = [
  controller,
  effectiveDate,
  contact,
  dpo,
  representative,
  dataCategory,
  purpose,
  legalBasis,
  processor,
  processorCategory,
  sharing,
  sale,
  transfer,
  retention,
  right,
  responseTime,
  breachNotice,
  minimumAge,
  cookie,
  consent,
  marketing,
  automatedDecision,
  aiTraining,
  security,
  policyChange,
];
