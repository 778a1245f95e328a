import { afterAll } from 'vitest';
import { removeTemporaryFolders } from '../helpers/temporary-folder.ts';

afterAll(removeTemporaryFolders);
