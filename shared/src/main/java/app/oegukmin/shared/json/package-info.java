/** Jackson's mapper with the settings of the wire. One instance, because making one takes time. */
package app.oegukmin.shared.json;
