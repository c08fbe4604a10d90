/**
 * BullMQ and its connection to Redis: the only part of policylint that opens one, and only for `policylint queue`. The two packages are not
 * part of policylint, so that it holds nothing that could send a text anywhere; who wants the queue installs them.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as BullMQ from 'bullmq';
import type * as IoRedis from 'ioredis';
import type { BatchHead } from '../types.js';

/** The queue cannot be used. Its message is for the user. */
class QueueError extends Error {
  override name = 'QueueError';
}

export type BatchQueue = BullMQ.Queue<BatchHead>;
export type BatchJob = BullMQ.Job<BatchHead>;

export interface Connection {
  readonly bullmq: typeof BullMQ;
  /** Another client of the same Redis; `isPatient` waits for it for ever, the others give up after some twenty seconds. */
  client(isPatient: boolean): IoRedis.Redis;
  /** Drops all clients. */
  close(): void;
}

export interface RedisOptions {
  /** `redis://[user:password@]host:port[/database]`, `rediss://` with TLS. */
  readonly url: string;
  readonly cwd: string;
  /** Told once when Redis cannot be reached, and not again before it could be. */
  readonly onTrouble: (message: string) => void;
}

/** Rejects with QueueError where the packages are missing or the address is none. */
export async function connect({ url, cwd, onTrouble }: RedisOptions): Promise<Connection> {
  if (!/^rediss?:\/\/[^\s/]/.test(url)) throw new QueueError(`"${withoutPassword(url)}" is no address of Redis: redis://HOST:PORT`);
  const bullmq = await load<typeof BullMQ>('bullmq', cwd);
  const { Redis } = await load<typeof IoRedis>('ioredis', cwd);
  const clients: IoRedis.Redis[] = [];
  return {
    bullmq,
    client(isPatient) {
      const client = new Redis(url, {
        maxRetriesPerRequest: isPatient ? null : 20,
        retryStrategy: (times) => Math.min(2000, times * 100),
      });
      let isTold = false;
      client.on('error', (error: NodeJS.ErrnoException) => {
        if (!isTold) onTrouble(`Redis at ${withoutPassword(url)} cannot be reached (${error.code ?? error.message}); trying again.`);
        isTold = true;
      });
      client.on('ready', () => {
        isTold = false;
      });
      clients.push(client);
      return client;
    },
    close() {
      for (const client of clients) client.disconnect();
    },
  };
}

export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@');
}

/** From beside policylint, or from the working directory. */
async function load<T>(name: 'bullmq' | 'ioredis', cwd: string): Promise<T> {
  try {
    return await found<T>(name, cwd);
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new QueueError(
      `The queue needs the packages bullmq and ioredis, which are not part of policylint: npm install bullmq@6 ioredis (${detail})`,
    );
  }
}

async function found<T>(name: 'bullmq' | 'ioredis', cwd: string): Promise<T> {
  try {
    // The names are what the types are of.
    return (name === 'bullmq' ? await import('bullmq') : await import('ioredis')) as T;
  } catch (error) {
    const path = resolveFrom(name, cwd);
    if (path === null) throw error;
    return (await import(pathToFileURL(path).href)) as T;
  }
}

function resolveFrom(name: string, cwd: string): string | null {
  try {
    return createRequire(join(cwd, 'package.json')).resolve(name);
  } catch {
    return null;
  }
}
