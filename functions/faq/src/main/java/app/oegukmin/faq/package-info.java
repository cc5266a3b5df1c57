/** The FAQ, but for new entries (contract §6.6). Everybody reads it, administrators change it. */
package app.oegukmin.faq;
