import { contextBridge, ipcRenderer } from 'electron';

/** All that the password window can do: read its words, hand over one password, close. */
contextBridge.exposeInMainWorld('saksbordPassword', {
  texts: (): Promise<unknown> => ipcRenderer.invoke('saksbord-password:texts'),
  submit: (password: string): Promise<unknown> => ipcRenderer.invoke('saksbord-password:submit', password),
  cancel: (): void => ipcRenderer.send('saksbord-password:cancel'),
});
