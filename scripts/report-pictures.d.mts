export declare const CHROMIUM: string;
export declare function takePictures(out: string, bin?: string): Promise<void>;
export declare function brightness(path: string, columns?: number, rows?: number): Promise<number[]>;
