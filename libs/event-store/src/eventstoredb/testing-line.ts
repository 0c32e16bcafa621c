import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server on this machine that can break. It is heard of at the same port each time it is laid. */
export class TestingLine {
  /** Whether the line breaks at the piece of traffic that comes now, in either direction. */
  breakWhen = () => false;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  get port(): number {
    return this.#port;
  }

  async lay(to: number): Promise<void> {
    this.#server = createServer((near) => this.#join(near, connect(to, '127.0.0.1')));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #join(near: Socket, far: Socket): void {
    const end = () => [near, far].forEach((socket) => this.#sockets.delete(socket) && socket.destroy());
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true).on('error', end).on('close', end);
    }
    near.on('data', (bytes) => (this.breakWhen() ? end() : far.write(bytes)));
    far.on('data', (bytes) => (this.breakWhen() ? end() : near.write(bytes)));
  }

  /** Breaks every connection that is open now. */
  cut(): void {
    for (const socket of [...this.#sockets]) socket.destroy();
  }

  /** Breaks every connection, and takes no other. */
  async end(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.cut();
    if (!server) return;
    server.close();
    await once(server, 'close');
  }
}
