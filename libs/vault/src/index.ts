export {
  openVault,
  VAULT,
  type Accessed,
  type Action,
  type By,
  type Export,
  type Vault,
  type VaultOptions,
} from './vault.js';
export { VaultProblem } from './vault-problem.js';
