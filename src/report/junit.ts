import type { Formatter } from './formats.js';
export const junit: Formatter = () => '';
