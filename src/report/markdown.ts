import type { Formatter } from './formats.js';
export const markdown: Formatter = () => '';
