import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inMain, launchApp, type RunningApp } from '../app.ts';

/** Tries, in the real window, to break every line of electron/window/policy.ts and the door's sender check. */
describe('the window', () => {
  let running: RunningApp;
  let outside: Server;
  let outsideUrl: string;
  let visits = 0;

  beforeAll(async () => {
    outside = createServer((_request, response) => {
      visits += 1;
      response.setHeader('access-control-allow-origin', '*').end('outside');
    }).listen(0, '127.0.0.1');
    outside.on('upgrade', (_request, socket) => {
      visits += 1;
      socket.destroy();
    });
    await new Promise((resolve) => outside.once('listening', resolve));
    outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;
    running = await launchApp({ args: ['--training'] });
    await running.page.waitForLoadState('load');
  });

  afterAll(async () => {
    await running?.close();
    outside?.close();
  });

  it('shows our own page, and only three functions of ours can be reached from it', async () => {
    expect(running.page.url()).toMatch(/^app:\/\/saksbord\/index\.html/);
    const reach = await running.page.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>).require,
      process: typeof (globalThis as Record<string, unknown>).process,
      module: typeof (globalThis as Record<string, unknown>).module,
      ours: Object.keys((globalThis as unknown as { saksbord: object }).saksbord).sort(),
      frozen: Object.isFrozen((globalThis as unknown as { saksbord: object }).saksbord),
    }));
    expect(reach).toEqual({
      require: 'undefined',
      process: 'undefined',
      module: 'undefined',
      ours: ['call', 'cancel', 'on'],
      frozen: true,
    });
  });

  it('is sandboxed and isolated, in a session that writes nothing', async () => {
    const settings = await inMain(() =>
      running.app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0];
        const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
        return {
          sandbox,
          contextIsolation,
          nodeIntegration,
          webviewTag,
          persistent: window?.webContents.session.isPersistent(),
        };
      }),
    );
    expect(settings).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      persistent: false,
    });
  });

  it('runs no inline script, no eval, no inline style', async () => {
    const ran = await running.page.evaluate(async () => {
      const marks = globalThis as Record<string, unknown>;
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const attempt = (run: () => void): void => {
        try {
          run();
        } catch {
          // Refused at once: just as good.
        }
      };
      attempt(() => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.inlineRan = true';
        document.head.append(script);
      });
      attempt(() => {
        const image = document.createElement('img');
        image.setAttribute('onerror', 'globalThis.handlerRan = true');
        image.src = 'app://saksbord/none.png';
        document.body.append(image);
      });
      attempt(() => {
        const style = document.createElement('style');
        style.textContent = 'body { --broken-in: 1 }';
        document.head.append(style);
      });
      // In a task of its own: what Playwright runs itself may evaluate text.
      await new Promise((resolve) => setTimeout(resolve, 300));
      attempt(() => {
        marks.evalRan = Reflect.construct(Function, ['return 2'])();
      });
      const styled = getComputedStyle(document.body).getPropertyValue('--broken-in');
      return {
        inline: marks.inlineRan,
        handler: marks.handlerRan,
        evaluated: marks.evalRan,
        styled,
        any: blocked.length > 0,
      };
    });
    expect(ran).toEqual({ inline: undefined, handler: undefined, evaluated: undefined, styled: '', any: true });
  });

  it('has no network: fetch, pictures, sockets and beacons never arrive', async () => {
    const before = visits;
    const answers = await running.page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      navigator.sendBeacon(url, 'x');
      try {
        new WebSocket(url.replace('http', 'ws'));
      } catch {
        // Refused at once: just as good.
      }
      const fetched = await fetch(url).then(
        () => 'fetched',
        () => 'refused',
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { fetched, width: image.naturalWidth };
    }, outsideUrl);
    expect(answers.fetched).toBe('refused');
    expect(answers.width).toBe(0);
    expect(visits).toBe(before);
  });

  it('does not navigate away, neither by script, nor by a link, nor in a frame, nor in a new window', async () => {
    const before = visits;
    const windowsBefore = running.app.windows().length;
    await running.page.evaluate(async (url) => {
      window.open(url);
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      location.href = url;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, outsideUrl);
    expect(running.page.url()).toMatch(/^app:\/\/saksbord\//);
    expect(running.app.windows().length).toBe(windowsBefore);
    expect(visits).toBe(before);
  });

  it('opens the law in the system browser and nothing else', async () => {
    const opened = await inMain(() =>
      running.app.evaluate(async ({ shell, BrowserWindow }) => {
        const calls: string[] = [];
        shell.openExternal = async (url: string) => void calls.push(url);
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        for (const url of [
          'https://lovdata.no/lov/2022-12-20-121',
          'https://evil.example/',
          'file:///etc/passwd',
          'smb://x/y',
        ]) {
          await contents?.executeJavaScript(`void window.open(${JSON.stringify(url)})`);
        }
        return calls;
      }),
    );
    expect(opened).toEqual(['https://lovdata.no/lov/2022-12-20-121']);
  });

  it('gives no permission', async () => {
    const answers = await running.page.evaluate(async () => {
      const say = (promise: Promise<unknown> | undefined): Promise<string> =>
        promise === undefined
          ? Promise.resolve('missing')
          : promise.then(
              () => 'given',
              () => 'refused',
            );
      return {
        camera: await say(navigator.mediaDevices?.getUserMedia({ video: true })),
        place: await say(new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))),
        clipboard: await say(navigator.clipboard?.readText()),
        notification: await Notification.requestPermission(),
      };
    });
    expect(answers).toMatchObject({ place: 'refused', notification: 'denied' });
    expect(['refused', 'missing']).toContain(answers.camera);
    expect(['refused', 'missing']).toContain(answers.clipboard);
  });

  it('reads no file of this computer', async () => {
    const answers = await running.page.evaluate(async () => {
      const status = (url: string): Promise<string> =>
        fetch(url).then(
          (response) => String(response.status),
          () => 'refused',
        );
      return [await status('file:///etc/passwd'), await status('app://saksbord/..%2f..%2fpackage.json')];
    });
    for (const answer of answers) expect(['refused', '404']).toContain(answer);
  });

  it('the door refuses a message that does not come from the main frame of our page', async () => {
    const answer = await inMain(() =>
      running.app.evaluate(async ({ BrowserWindow, session }) => {
        const foreign = new BrowserWindow({
          show: false,
          webPreferences: {
            session: session.fromPartition('foreign'),
            nodeIntegration: true,
            contextIsolation: false,
            sandbox: false,
          },
        });
        await foreign.loadURL('about:blank').catch(() => undefined);
        const result: unknown = await foreign.webContents.executeJavaScript(
          `require('electron').ipcRenderer.invoke('saksbord:call', 'x1', 'session.current', {})`,
        );
        foreign.destroy();
        return result;
      }),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'access-denied' } });
  });

  it('is the only one: a second start ends at once and brings the first to the front', async () => {
    await inMain(() =>
      running.app.evaluate(({ app }) => {
        app.once('second-instance', () => {
          app.setName('called upon');
        });
      }),
    );
    await expect(launchApp({ args: ['--training'], profileDir: running.profileDir })).rejects.toThrow();
    expect(await inMain(() => running.app.evaluate(({ app }) => app.getName()))).toBe('called upon');
    expect(running.app.windows().length).toBe(1);
  });
});
