import type { Formatter } from './formats.js';
export const rdjson: Formatter = () => '';
