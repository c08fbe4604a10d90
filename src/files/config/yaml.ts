/** The part of the YAML library that is used, in a chunk of its own: loaded only where there is a YAML file to read. */
export { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
