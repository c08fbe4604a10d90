import type * as Sarif from 'sarif';
import type { Region } from '../files/lines.js';
import type { Formatter } from './formats.js';
import { HOME, pathToUri } from './links.js';
import { type Descriptors, descriptors } from './sarif-rules.js';
import type { DocumentView, FindingView, Report, SuppressedView } from './view.js';
import { byWeight, type Placed } from './weight.js';

/** A file with more results is rejected by GitHub. */
const MAX_RESULTS = 25_000;
/** Further locations are dropped by GitHub. */
const MAX_RELATED = 99;

/**
 * SARIF 2.1.0, in the form that GitHub code scanning shows best. Suppressed findings are left out unless they are asked for:
 * code scanning would open them again.
 */
export const sarif: Formatter = async (report, { suppressed = false }) =>
  `${JSON.stringify(toSarif(report, await descriptors(report.rules), suppressed), null, 2)}\n`;

function toSarif(report: Report, { rules, taxonomies, ruleIndex, taxaOf }: Descriptors, suppressed: boolean): Sarif.Log {
  const placed = suppressed ? [...byWeight(report), ...silenced(report)] : byWeight(report);
  const results = placed.slice(0, MAX_RESULTS).map((entry) => result(entry, ruleIndex, taxaOf(entry.finding.law)));
  const run: Sarif.Run = {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        informationUri: HOME,
        rules,
        supportedTaxonomies: taxonomies.map(({ name }, index) => ({ name, index })),
      },
    },
    // The preset is part of the category, so that runs with different presets do not close each other's alerts.
    automationDetails: { id: `policylint/${report.settings.preset}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: report.problems.length === 0, toolExecutionNotifications: notifications(report, placed.length) }],
    taxonomies,
    results,
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

/** A finding that was silenced, in the text or by the baseline. */
interface Silenced {
  readonly document: DocumentView;
  readonly finding: SuppressedView;
}

function silenced(report: Report): Silenced[] {
  return report.documents.flatMap((document) => document.suppressed.map((finding) => ({ document, finding })));
}

function suppression({ suppression: { kind, reason } }: SuppressedView): Sarif.Suppression {
  return { kind, status: 'accepted', justification: reason };
}

function result(
  { document, finding }: Placed | Silenced,
  ruleIndex: ReadonlyMap<string, number>,
  taxa: Sarif.ReportingDescriptorReference[],
): Sarif.Result {
  const related = finding.related.slice(0, MAX_RELATED);
  const index = ruleIndex.get(finding.ruleId);
  return {
    ruleId: finding.ruleId,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: finding.level,
    message: { text: messageWithLinks(finding.message, related) },
    locations: [{ physicalLocation: physicalLocation(document, finding.region), ...logicalLocations(finding) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ message, region }, i) => ({
            id: i + 1,
            message: { text: escapeLinks(message) },
            physicalLocation: physicalLocation(document, region),
          })),
        }),
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:1`, 'policylint/v1': finding.fingerprint },
    ...(taxa.length === 0 ? {} : { taxa }),
    ...('suppression' in finding ? { suppressions: [suppression(finding)] } : {}),
    ...(finding.fixes.length === 0 ? {} : { fixes: finding.fixes.map((fix) => sarifFix(fix, document)) }),
    properties: { confidence: finding.confidence },
  };
}

/** GitHub shows a related location only where the message links to it. */
function messageWithLinks(message: string, related: FindingView['related']): string {
  const links = related.map((place, i) => `[${escapeLinks(place.message)}](${i + 1})`);
  return links.length === 0 ? escapeLinks(message) : `${escapeLinks(message)} See ${links.join(', ')}.`;
}

/** In SARIF messages brackets are links unless they are escaped. */
function escapeLinks(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

function physicalLocation(document: DocumentView, region: Region): Sarif.PhysicalLocation {
  const { charOffset, charLength } = region;
  const text = document.source.slice(charOffset, charOffset + charLength);
  return { artifactLocation: { uri: pathToUri(document.uri) }, region: { ...region, ...(text ? { snippet: { text } } : {}) } };
}

function logicalLocations({ section }: FindingView): Partial<Sarif.Location> {
  const name = section.at(-1);
  return name === undefined ? {} : { logicalLocations: [{ name, fullyQualifiedName: section.join(' > '), kind: 'section' }] };
}

function sarifFix({ title, edits }: FindingView['fixes'][number], document: DocumentView): Sarif.Fix {
  const replacements = edits.map(({ region, text }) => ({ deletedRegion: region, insertedContent: { text } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: { uri: pathToUri(document.uri) }, replacements }] };
}

function notifications(report: Report, total: number): Sarif.Notification[] {
  const problems = report.problems.map(({ message, level }): Sarif.Notification => ({ level, message: { text: escapeLinks(message) } }));
  if (total <= MAX_RESULTS) return problems;
  const text = `${total} findings: only the ${MAX_RESULTS} weightiest are listed, because larger files are rejected by code scanning.`;
  return [...problems, { level: 'warning', message: { text } }];
}
