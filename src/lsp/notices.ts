/** What the server says by itself: messages, pages to open. */
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';

export class Notices {
  private last = '';

  constructor(private readonly connection: Connection) {}

  /** Something cannot be used, a configuration mostly: said once until it is forgotten. The words that were said. */
  complain(error: unknown): string {
    const message = `policylint: ${error instanceof Error ? error.message : String(error)}`;
    if (message === this.last) return message;
    this.last = message;
    this.connection.console.error(message);
    this.say(MessageType.Error, message);
    return message;
  }

  forget(): void {
    this.last = '';
  }

  /** Opens a page in the browser, or tells where it is. */
  open(url: string, canOpen: boolean): void {
    if (canOpen) void this.connection.window.showDocument({ uri: url, external: true }).catch(() => {});
    else this.say(MessageType.Info, url);
  }

  private say(type: MessageType, message: string): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type, message }).catch(() => {});
  }
}
