import type { Formatter } from './formats.js';
export const checkstyle: Formatter = () => '';
