import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets a heap that is often filled and emptied grow to several times what is alive, and ever further the longer a run is. Collecting
 * once it has grown by a tenth costs a fiftieth of the time and makes a process's memory the same for any number of files
 * (bench/scale.json).
 */
export function boundHeap(): void {
  setFlagsFromString('--heap-growing-percent=10');
}
