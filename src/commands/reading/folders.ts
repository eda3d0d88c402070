/** Folders whose files and whose history decide. */
export const FOLDERS = ['grants/', 'policy/', 'recalls/'];
