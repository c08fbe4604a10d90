import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint.js';
import { loadRules } from '../src/rules/load.js';

// Policies that say all that the law asks for, in words of their own: a gap reported here is one that is not there.
const folder = fileURLToPath(new URL('../fixtures/well-made/', import.meta.url));

describe('a well-made policy gets no error', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const { findings, claims, coverage } = await lint(
      readFileSync(folder + name, 'utf8'),
      { path: name },
      loadRules({ preset: 'recommended' }),
    );
    expect(claims.length).toBeGreaterThan(3);
    expect(findings.filter(({ level }) => level === 'error').map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
    // Below an error too: where the law is only assumed, a right that is not seen is a warning.
    if (!name.startsWith('nodata'))
      expect(coverage.filter(({ requirement, status }) => RIGHTS.test(requirement) && status === 'absent')).toEqual([]);
  });
});

const RIGHTS = /^right-(?:access|rectification|erasure|restriction|portability|objection|withdraw-consent|complaint)$/;
