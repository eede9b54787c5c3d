import { contextBridge, ipcRenderer } from 'electron';

/** All that the page can reach: call, cancel, on. Electron's own event objects stay on this side. */
contextBridge.exposeInMainWorld('saksbord', {
  call: (callId: string, name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('saksbord:call', callId, name, input),
  cancel: (callId: string): void => ipcRenderer.send('saksbord:cancel', callId),
  on: (name: string, listener: (payload: unknown) => void): (() => void) => {
    const forward = (_event: unknown, sent: unknown, payload: unknown): void => {
      if (sent === name) listener(payload);
    };
    ipcRenderer.on('saksbord:event', forward);
    return () => ipcRenderer.off('saksbord:event', forward);
  },
});
