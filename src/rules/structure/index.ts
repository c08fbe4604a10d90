/** Tests of the section tree and of readability, by the name that rules use. One file a test. */

import { ambiguousDate } from './ambiguous-date.js';
import { brokenLink, hereWithoutLink } from './broken-link.js';
import { brokenAnchor, brokenContents, brokenReference } from './broken-reference.js';
import { capitals } from './capitals.js';
import { categoriesWithoutPeriod } from './categories-without-period.js';
import { closedList } from './closed-list.js';
import { contentsList } from './contents-list.js';
import { datedBefore, futureDate, staleDate } from './dates.js';
import { definedTerms } from './defined-terms.js';
import { density } from './density.js';
import { duplicateSection } from './duplicate-section.js';
import { editorNote } from './editor-note.js';
import { gradeLevel } from './grade-level.js';
import { emptySection, fewHeadings, headingSkip, mixedTitles } from './headings.js';
import { languageMix } from './language-mix.js';
import { danglingLeadIn, repeatedLeadIn } from './lead-ins.js';
import { missingTarget } from './missing-target.js';
import { mojibake } from './mojibake.js';
import { notAPolicy } from './not-a-policy.js';
import { objectionApart } from './objection-apart.js';
import { olderThan } from './older-than.js';
import { otherName } from './other-name.js';
import { placeholder } from './placeholder.js';
import { repeatedWords } from './repeated-words.js';
import { runTogether } from './run-together.js';
import { sentenceLength } from './sentence-length.js';
import { solePurpose } from './sole-purpose.js';
import { straySigns } from './stray-signs.js';
import { tableHeaders } from './table-headers.js';
import type { StructureTest } from './test.js';
import { unreadLanguage } from './unread-language.js';
import { wallOfText } from './wall-of-text.js';

export type { StructureTest } from './test.js';

export const structureTests: Readonly<Record<string, StructureTest>> = {
  'ambiguous-date': ambiguousDate,
  'broken-anchor': brokenAnchor,
  'broken-contents': brokenContents,
  'broken-link': brokenLink,
  'broken-reference': brokenReference,
  capitals,
  'categories-without-period': categoriesWithoutPeriod,
  'closed-list': closedList,
  'contents-list': contentsList,
  'dangling-lead-in': danglingLeadIn,
  'dated-before': datedBefore,
  'defined-terms': definedTerms,
  density,
  'duplicate-section': duplicateSection,
  'editor-note': editorNote,
  'empty-section': emptySection,
  'few-headings': fewHeadings,
  'future-date': futureDate,
  'grade-level': gradeLevel,
  'heading-skip': headingSkip,
  'here-without-link': hereWithoutLink,
  'language-mix': languageMix,
  'missing-target': missingTarget,
  'mixed-titles': mixedTitles,
  mojibake,
  'not-a-policy': notAPolicy,
  'objection-apart': objectionApart,
  'older-than': olderThan,
  'other-name': otherName,
  placeholder,
  'repeated-lead-in': repeatedLeadIn,
  'repeated-words': repeatedWords,
  'run-together': runTogether,
  'sentence-length': sentenceLength,
  'sole-purpose': solePurpose,
  'stale-date': staleDate,
  'stray-signs': straySigns,
  'table-headers': tableHeaders,
  'unread-language': unreadLanguage,
  'wall-of-text': wallOfText,
};
