import type { Formatter } from './formats.js';
export const gitlab: Formatter = () => '';
