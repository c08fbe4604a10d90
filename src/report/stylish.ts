import { citeAll } from '../data/law.js';
import type { Level } from '../findings/types.js';
import { type Colors, colorsFor } from './colors.js';
import { type ExcerptLine, excerpt } from './excerpt.js';
import type { Formatter } from './formats.js';
import { arrange, type Block, gapRules, placesByMessage } from './groups.js';
import { reachLine } from './reach.js';
import { summaryLines } from './summary.js';
import { count, displayWidth, harmless, wrap } from './text.js';
import type { DocumentView, FindingView, Report } from './view.js';

/** For people, in a terminal: the words in question, what is wrong with them, the law, what to do. */
export const stylish: Formatter = async (report, { color, width }) => {
  const page = new Page(await colorsFor(color), color, Math.max(40, Math.min(width, 110)), gapRules(report));
  return [...report.documents.flatMap((document) => page.document(document)), ...page.summary(report)]
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
};

const MARKS: Readonly<Record<Level, string>> = { error: '✖', warning: '▲', note: '●' };
const INDENT = '    ';
/** More provisions than that hide the finding; `explain` names them all. */
const MAX_CITED = 3;

class Page {
  constructor(
    private readonly colors: Colors,
    private readonly color: boolean,
    private readonly width: number,
    /** Rules whose findings say that something is missing: there are no words to show. */
    private readonly gaps: ReadonlySet<string>,
  ) {}

  document(document: DocumentView): string[] {
    if (document.findings.length === 0) return [];
    const counts = (['error', 'warning', 'note'] as const)
      .map((level) => [level, document.findings.filter((finding) => finding.level === level).length] as const)
      .filter(([, number]) => number > 0)
      .map(([level, number]) => this.paint(level, count(number, level)));
    const head = `${this.colors.bold(this.colors.underline(harmless(document.path)))}  ${counts.join(', ')}`;
    const reach = reachLine(document);
    return [
      head,
      ...(reach === null ? [] : this.indented(reach).map(this.colors.dim)),
      '',
      ...arrange(document.findings, ({ ruleId }) => this.gaps.has(ruleId)).flatMap((block) => [...this.block(block, document), '']),
    ];
  }

  summary(report: Report): string[] {
    return summaryLines(report).flatMap((line, i) => {
      const { error, warning } = report.summary.findings;
      const worst: Level = error > 0 ? 'error' : warning > 0 ? 'warning' : 'note';
      const paint = i === 0 ? (text: string) => this.colors.bold(this.paint(worst, text)) : this.colors.dim;
      return wrap(line, this.width).map((text) => paint(text));
    });
  }

  private block(block: Block, document: DocumentView): string[] {
    return block.kind === 'single' ? this.finding(block.finding, document) : this.group(block);
  }

  private finding(finding: FindingView, document: DocumentView): string[] {
    const lines = this.head(finding, finding.ruleId, finding.law);
    if (finding.region.charLength > 0 && !this.isAtTop(finding, document))
      lines.push(...this.quote(document.source, finding.region, finding.focus, finding.level));
    lines.push(...this.indented(harmless(finding.message)));
    for (const { message, shown, rest } of placesByMessage(finding.related)) {
      for (const place of shown) {
        lines.push(`${INDENT}${this.colors.dim('↳')} ${this.colors.bold(placeOf(place))} ${harmless(message)}`);
        lines.push(...this.quote(document.source, place.region, place.region, finding.level));
      }
      if (rest.length > 0) lines.push(...this.indented(`↳ and at ${rest.map(placeOf).join(', ')}`).map(this.colors.dim));
    }
    return lines;
  }

  /** Findings that are read together, a line each. */
  private group({ findings, title, labels, text: below }: Extract<Block, { kind: 'group' }>): string[] {
    const [first] = findings;
    const lines = this.head(first, `${title} (${findings.length})`, []);
    const size = Math.max(...labels.map(displayWidth));
    findings.forEach((finding, i) => {
      const label = labels[i] ?? '';
      const name = this.paint(finding.level, label) + ' '.repeat(size - displayWidth(label));
      const law = citeAll(finding.law, MAX_CITED);
      const room = this.width - INDENT.length - size - 2;
      const text = wrap(law, Math.max(20, room));
      text.forEach((part, row) => {
        lines.push(`${INDENT}${row === 0 ? name : ' '.repeat(size)}  ${this.colors.dim(part)}`);
      });
      if (text.length === 0) lines.push(`${INDENT}${name}`);
    });
    return [...lines, ...this.indented(below)];
  }

  /** Whether it is anchored to the first heading only because it has no place of its own. */
  private isAtTop(finding: FindingView, document: DocumentView): boolean {
    const top = document.sections[0]?.region.charOffset ?? 0;
    return this.gaps.has(finding.ruleId) && finding.region.charOffset <= top;
  }

  private head(finding: FindingView, name: string, law: readonly string[]): string[] {
    const place = placeOf(finding);
    const start = `  ${this.paint(finding.level, MARKS[finding.level])} ${this.colors.bold(place)} ${this.paint(finding.level, finding.level)}  ${name}`;
    const used = displayWidth(`  x ${place} ${finding.level}  ${name}`);
    const cited = citeAll(law, MAX_CITED);
    if (!cited) return [start];
    if (used + 2 + displayWidth(cited) <= this.width) return [`${start}  ${this.colors.dim(cited)}`];
    return [start, ...wrap(cited, this.width - INDENT.length).map((part) => INDENT + this.colors.dim(part))];
  }

  private quote(source: string, region: FindingView['region'], focus: FindingView['region'], level: Level): string[] {
    const bar = this.colors.dim('│');
    return excerpt(source, region, focus, this.width - INDENT.length - 2).flatMap((line) => {
      const shown = `${INDENT}${bar} ${this.marked(line, level)}`;
      if (this.color || !line.mark) return [shown];
      const before = ' '.repeat(displayWidth(line.text.slice(0, line.mark.start)));
      return [shown, `${INDENT}${bar} ${before}${'^'.repeat(displayWidth(line.text.slice(line.mark.start, line.mark.end)))}`];
    });
  }

  private marked({ text, mark }: ExcerptLine, level: Level): string {
    if (!this.color || !mark) return text;
    const words = this.colors.bold(this.colors.underline(this.paint(level, text.slice(mark.start, mark.end))));
    return text.slice(0, mark.start) + words + text.slice(mark.end);
  }

  private indented(text: string): string[] {
    return wrap(text, this.width - INDENT.length).map((line) => INDENT + line);
  }

  private paint(level: Level, text: string): string {
    if (level === 'error') return this.colors.red(text);
    return level === 'warning' ? this.colors.yellow(text) : this.colors.cyan(text);
  }
}

const placeOf = ({ region }: Pick<FindingView, 'region'>): string => `${region.startLine}:${region.startColumn}`;
