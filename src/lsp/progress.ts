/** Shows how far the work for a request is. */
import { type Connection, type ProgressToken, WorkDoneProgress } from 'vscode-languageserver';

export interface Steps {
  /** So many of all are done; `name` comes next. */
  step(done: number, all: number, name: string): void;
  end(): void;
}

const TITLE = 'Checking policies';

/** Under the token that came with the request, else under one of our own where the client has a place for it. */
export function stepsFor(connection: Connection, token: ProgressToken | undefined, creates: boolean): Steps {
  if (token !== undefined) return underToken(connection, token);
  return creates ? ofOurOwn(connection) : { step: () => undefined, end: () => undefined };
}

function underToken(connection: Connection, token: ProgressToken): Steps {
  void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'begin', title: TITLE, percentage: 0 });
  return {
    step(done, all, name) {
      const value = { kind: 'report', percentage: percent(done, all), message: message(done, all, name) } as const;
      void connection.sendProgress(WorkDoneProgress.type, token, value);
    },
    end() {
      void connection.sendProgress(WorkDoneProgress.type, token, { kind: 'end' });
    },
  };
}

/** Asked for with the first step: most of the times nothing is to be done. */
function ofOurOwn({ window }: Connection): Steps {
  type Reporter = Awaited<ReturnType<typeof window.createWorkDoneProgress>>;
  let asked: Promise<Reporter | null> | undefined;
  let isOver = false;
  const withReporter = (run: (reporter: Reporter) => void): void => void asked?.then((reporter) => reporter && run(reporter));
  return {
    step(done, all, name) {
      asked ??= window.createWorkDoneProgress().then(
        (reporter) => {
          reporter.begin(TITLE, percent(done, all), message(done, all, name), false);
          return reporter;
        },
        () => null,
      );
      withReporter((reporter) => isOver || reporter.report(percent(done, all), message(done, all, name)));
    },
    end() {
      isOver = true;
      withReporter((reporter) => reporter.done());
    },
  };
}

const percent = (done: number, all: number): number => Math.floor((100 * done) / all);
const message = (done: number, all: number, name: string): string => `${done + 1} of ${all}: ${name}`;
