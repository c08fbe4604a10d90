import type { Formatter } from './formats.js';
export const github: Formatter = () => '';
