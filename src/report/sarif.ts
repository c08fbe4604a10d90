import type { Formatter } from './formats.js';
export const sarif: Formatter = () => '';
