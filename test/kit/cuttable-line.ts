import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface CuttableLine {
  readonly url: string;
  /** From here on nothing is heard, though the line stands. */
  fallSilent(): void;
  speakAgain(): void;
  /** Hangs up, and takes no call until it is mended. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): void;
}

/** A way to a server on which every word can be held back, and which can be cut. */
export async function cuttableLine(server: URL): Promise<CuttableLine> {
  const ends = new Set<Socket>();
  let silent = false;
  const connectTo = (near: Socket) => {
    const far = connect(Number(server.port), server.hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => {});
    }
    near.on('data', (words) => silent || far.write(words));
    far.on('data', (words) => silent || near.write(words));
    near.on('close', () => far.destroy());
  };
  let proxy: Server;
  const listen = async (port: number) => {
    proxy = createServer(connectTo).listen(port, '127.0.0.1');
    await once(proxy, 'listening');
    return (proxy.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const line = new URL(server);
  line.port = String(port);
  const hangUp = () => {
    for (const end of ends) end.destroy();
    ends.clear();
    proxy.close();
  };
  return {
    url: line.href,
    fallSilent: () => {
      silent = true;
    },
    speakAgain: () => {
      silent = false;
    },
    cut: async () => {
      hangUp();
      await once(proxy, 'close');
    },
    mend: async () => {
      await listen(port);
    },
    close: hangUp,
  };
}
