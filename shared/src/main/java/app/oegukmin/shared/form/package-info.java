/**
 * Forms with files (multipart), as the app sends them (contract §7.5). Their parts stay in memory,
 * so that nothing of a member's is left on disk.
 */
package app.oegukmin.shared.form;
