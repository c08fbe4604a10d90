import type { Formatter } from './formats.js';
export const agent: Formatter = () => '';
